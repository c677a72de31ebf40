import type { AgreementText } from "./schema";

export const businessAssociateEs: AgreementText = {
  title: "Acuerdo de asociado comercial",
  parties:
    "Este es un acuerdo entre la consulta que lo firma (“la consulta”) y quien opera esta copia de Reconnect (“el operador”). La consulta es una entidad cubierta por las normas de privacidad de la salud de Estados Unidos (HIPAA, 45 CFR, partes 160 y 164), y el operador guarda información médica protegida por encargo suyo. Los términos que definen esas normas significan aquí lo mismo que allí. “Información” es la información médica protegida que el operador crea, recibe, guarda o envía para la consulta.",
  clauses: [
    {
      heading: "Qué puede hacer el operador con la información",
      paragraphs: [
        "El operador usa y comunica información solo para prestar Reconnect a la consulta, según sus indicaciones, según permite este acuerdo o según exige la ley. No hace con ella nada que la propia consulta no pudiera hacer conforme a la ley, ni usa más de la que hace falta.",
        "El operador puede usar información para su propia administración y para cumplir sus deberes legales. Con esos fines solo puede comunicarla cuando la ley lo exige, o cuando quien la recibe promete por escrito mantenerla en reserva y avisar de cualquier violación.",
        "El operador no vende información, no la usa para publicidad ni mercadeo, no entrena con ella modelos de software y no le quita los nombres para fines propios.",
      ],
    },
    {
      heading: "Protección",
      paragraphs: [
        "El operador protege la información con medidas administrativas, físicas y técnicas, y sigue la Regla de Seguridad (45 CFR, parte 164, subparte C) para la información electrónica. Entre ellas: cifrado en reposo y en tránsito, acceso por función y por pareja, cierre automático de sesión, un registro sellado de accesos y copias de respaldo probadas.",
        "Cuando el operador cumple un deber de la consulta según la Regla de Privacidad, respeta las normas que obligarían a la consulta.",
      ],
    },
    {
      heading: "De qué avisa el operador",
      paragraphs: [
        "El operador avisa a la consulta de cualquier uso o comunicación que este acuerdo no permita, de cualquier incidente de seguridad y de cualquier violación de información no asegurada: sin demora injustificada y a más tardar diez días después de saberlo. Dice qué pasó, cuándo, a qué personas y a qué información afecta y qué se hizo, y añade lo que sepa después (45 CFR 164.410). Los intentos fallidos, como sondeos y accesos rechazados, quedan avisados aquí en general y no requieren un aviso cada vez.",
      ],
    },
    {
      heading: "Subcontratistas",
      paragraphs: [
        "Quien guarde o maneje información para el operador acepta antes por escrito las mismas restricciones, condiciones y medidas de este acuerdo (45 CFR 164.502(e)(1)(ii) y 164.308(b)(2)). El operador dice quiénes son cuando la consulta lo pide.",
      ],
    },
    {
      heading: "Acceso, corrección y registro de comunicaciones",
      paragraphs: [
        "En los quince días siguientes a la petición, el operador pone la información a disposición para que la consulta dé acceso a las personas (45 CFR 164.524), la corrige según indique la consulta (164.526) y entrega el registro de comunicaciones necesario para rendir cuentas (164.528). Si alguien se dirige directamente al operador, este pasa la petición a la consulta.",
        "El operador abre sus prácticas, libros y registros sobre el uso de la información a la Secretaría de Salud y Servicios Humanos de Estados Unidos, para que compruebe el cumplimiento.",
      ],
    },
    {
      heading: "Qué hace la consulta",
      paragraphs: [
        "La consulta obtiene los consentimientos que necesita, comunica al operador las restricciones y revocaciones que le conciernen y no le pide nada que las normas prohíban. Da a cada integrante de su equipo una cuenta propia y la cierra cuando se va.",
      ],
    },
    {
      heading: "Duración y fin",
      paragraphs: [
        "El acuerdo empieza cuando lo firma quien dirige la consulta y dura mientras el operador tenga información de ella. Si una parte incumple una promesa importante, la otra puede darle treinta días para corregirlo y terminar el acuerdo si no se corrige, o de inmediato cuando no tiene remedio.",
        "Al final la consulta puede exportar sus registros. El operador devuelve o destruye entonces toda la información, con sus copias y las de sus subcontratistas, y no guarda ninguna. Donde eso no sea posible, como en las copias de respaldo hasta que caducan, lo dice, sigue protegiendo lo que queda según este acuerdo y no lo usa para nada más.",
      ],
    },
    {
      heading: "Cambios e interpretación",
      paragraphs: [
        "Una versión nueva rige para la consulta cuando la acepta quien la dirige; hasta entonces rige la última aceptada. La atención a las parejas nunca se detiene porque haya una versión pendiente. Lo que no quede claro se lee de modo que ambas partes cumplan las normas. Si el texto inglés y el español difieren, vale el inglés. Para consultas fuera de Estados Unidos valen las mismas promesas, junto con la ley de su país.",
      ],
    },
  ],
};
