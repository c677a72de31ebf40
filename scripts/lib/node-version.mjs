// Old syntax on purpose: an old Node must be able to read this file, to say that it is old.
var version = process.versions.node.split(".").map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    `Reconnect needs Node 20.19 or newer, and this is Node ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}
