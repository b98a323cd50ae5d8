// Given to node with --import: whoever reaches for the network ends the process with 99 and says who it was.
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

const shut = (holder, names, what) => {
  for (const name of names) {
    holder[name] = () => {
      process.stderr.write(`network: ${what}.${name}\n`);
      process.exit(99);
    };
  }
};
const functionsOf = (holder) => Object.keys(holder).filter((name) => typeof holder[name] === "function");
shut(net, ["connect", "createConnection", "createServer"], "net");
shut(net.Socket.prototype, ["connect"], "net.Socket");
shut(net.Server.prototype, ["listen"], "net.Server");
shut(tls, ["connect", "createServer"], "tls");
shut(dgram, ["createSocket"], "dgram");
shut(http, ["request", "get", "createServer"], "http");
shut(https, ["request", "get", "createServer"], "https");
shut(http2, ["connect", "createServer", "createSecureServer"], "http2");
for (const part of [dns, dns.promises]) shut(part, functionsOf(part), "dns");
shut(globalThis, ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"], "globalThis");
syncBuiltinESMExports();
