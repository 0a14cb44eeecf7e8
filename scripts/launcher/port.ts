import net from 'node:net';
import { errorCode, Refusal } from './refusal.ts';

/** Refuses a port that the app will not be able to listen on. */
export async function checkPort(host: string, port: number): Promise<void> {
	try {
		await listenOnce(host, port);
	} catch (error) {
		throw new Refusal(explain(errorCode(error), host, port));
	}
}

function listenOnce(host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.on('error', reject);
		server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
	});
}

function explain(code: string | undefined, host: string, port: number): string {
	if (code === 'EADDRINUSE')
		return `Port ${port} is in use: stop the program that uses it, or choose another port, as in PORT=${port < 65_535 ? port + 1 : 3000} npm start.`;
	if (code === 'EACCES') return `Port ${port} needs special rights: choose one above 1023 with PORT.`;
	return `HOST is "${host}", which is not an address of this machine (${code}): give one of its own, or 0.0.0.0 for all of them.`;
}
