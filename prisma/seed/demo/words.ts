/** What partners wrote after an exercise, by strategy: short, uneven, as people write on a phone. */
export const words: Record<string, string[]> = {
  "keep-small-promises": [
    "I said I would call at lunch and I did. It took two minutes.",
    "Forgot on Wednesday. I told them before they had to ask, which felt different from before.",
    "Kept three of four. The bins are apparently my mountain.",
    "Small ones are easier to keep than I thought. I had been promising too big.",
    "I wrote it on my hand. It worked.",
  ],
  "listen-actively": [
    "We stopped after one turn. I could hear myself preparing the answer.",
    "Summing up first made me slower, in a good way.",
    "I felt understood for most of it. The part about money was harder.",
    "We laughed at how formal it was, then it got real.",
    "I interrupted twice. I noticed it the second time.",
  ],
  "say-i": [
    "Saying it without “you always” was hard, but the evening stayed calm.",
    "I practised in the car first. It came out better than usual.",
    "I still wanted to win. Next time I will start sooner, before I am angry.",
  ],
  "be-curious": [
    "I learned that the new boss is the reason for the quiet evenings.",
    "We asked one question at dinner and forgot the phones.",
    "It felt like an interview at first. By Thursday it was just talking.",
  ],
  "make-quality-time": [
    "A walk around the block after work. Twenty minutes, no phones.",
    "We cooked, badly. It was nice.",
    "We had to move it twice, and then it was only half an hour. Still good.",
  ],
  "be-vulnerable": [
    "I told them what I am afraid of at work. I had not planned to.",
    "I could not find the words, so I wrote them down and read them out.",
    "It was quiet for a while after. A good quiet, I think.",
  ],
  "celebrate-small-wins": [
    "We toasted the finished tax form. With tea.",
    "I noticed how rarely I say well done.",
    "Three wins this week, two of them tiny.",
  ],
  "do-things-together": [
    "Climbing hall, first time. We are both terrible.",
    "We planted the balcony.",
    "Missed it, the week was too full.",
  ],
  "check-in-regularly": [
    "Sunday evening works for us.",
    "Short, but we did it.",
    "It helped to write the topics down before.",
  ],
};

/** The same in Spanish, for partners who write in it. */
export const palabras: string[] = [
  "Me costó empezar, pero después hablamos un buen rato.",
  "Esta semana no pude con todo. Hice la versión corta.",
  "Me sentí escuchada cuando repitió lo que dije.",
];

/** What the therapist answered now and then. */
export const answers: string[] = [
  "Noticing it in the moment is the whole exercise. Let us look at that moment together.",
  "Thank you for telling me. Half an hour counts.",
  "What made it easier this time than three weeks ago?",
  "That sounds like a lot to carry. We will take it slowly on Tuesday.",
];
