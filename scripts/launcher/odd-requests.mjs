const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/**
 * Answers what no page and no route could, and on which Next.js would fail: other methods, and targets that are no path.
 * Of a whole address, which HTTP allows, the path stays.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether it is answered
 */
export function answerOddRequest(request, response) {
	const { method = '', url = '' } = request;
	if (!METHODS.includes(method)) return refuse(405, 'This method is not supported.', { Allow: METHODS.join(', ') });
	request.url = url.replace(/^https?:\/\/[^/?#]*(?=\/|$)/i, '') || '/';
	if (request.url.startsWith('/')) return false;
	return refuse(400, 'The address of this request can’t be read.');

	/** @param {number} status @param {string} message @param {Record<string, string>} [headers] */
	function refuse(status, message, headers = {}) {
		response.writeHead(status, {
			...headers,
			'Content-Type': 'text/plain; charset=utf-8',
			'X-Content-Type-Options': 'nosniff',
			// what else it sends is not read
			Connection: 'close',
		});
		response.end(method === 'HEAD' ? undefined : `${message}\n`);
		return true;
	}
}
