export default function Home() {
  return <main>Reconnect</main>;
}
