// Serves one file on loopback under any name until its standard input closes: `node serve-file.mjs <file> <port>`.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , file, port] = process.argv;
const data = readFileSync(file);
createServer((request, response) => {
  response.writeHead(200, { 'accept-ranges': 'bytes', 'content-length': data.length });
  response.end(request.method === 'HEAD' ? undefined : data);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
process.stdin.on('end', () => process.exit()).resume();
