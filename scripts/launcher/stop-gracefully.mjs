// Loaded into the process of the built app. On SIGTERM Next.js stops listening and waits for its connections to end, of which
// browsers keep some open for later: what was asked before is answered, what is asked now is refused, and then they are closed.

/** @typedef {import('node:http').Server} Server @typedef {import('node:http').ServerResponse} Response */

/** So long, in milliseconds, a request may still be on its way when everything has been answered. */
const UNDERWAY = 200;

/** @type {Set<Response>} */
const answering = new Set();
let stopping = false;
/** @type {Server | undefined} */
let serving;

/**
 * Answers a request, or refuses it while the process is stopping.
 * @param {Server} server @param {Response} response @param {() => boolean} answer
 */
export function answerUnlessStopping(server, response, answer) {
	serving = server;
	answering.add(response);
	response.on('close', () => {
		answering.delete(response);
		if (stopping) closeWhenAnswered();
	});
	if (!stopping) return answer();
	response.writeHead(503, { Connection: 'close', 'Retry-After': '5', 'Content-Type': 'text/plain; charset=utf-8' });
	response.end('MiniCRM is stopping. Try again in a few seconds.\n');
	return true;
}

process.on('SIGTERM', () => {
	// nobody else ends the process before Next.js listens to this
	if (process.listenerCount('SIGTERM') === 1) process.exit(143);
	stopping = true;
	for (const response of answering) closeAfter(response);
	closeWhenAnswered();
});

/** @param {Response} response */
function closeAfter(response) {
	const { socket } = response;
	if (response.headersSent) response.on('finish', () => socket?.end());
	// says so in its headers
	else response.shouldKeepAlive = false;
}

function closeWhenAnswered() {
	if (answering.size > 0) return;
	setTimeout(() => {
		if (answering.size === 0) serving?.closeAllConnections();
	}, UNDERWAY);
}
