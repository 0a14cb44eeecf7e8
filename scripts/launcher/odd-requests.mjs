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
	if (!request.url.startsWith('/')) return refuse(400, 'The address of this request can’t be read.');
	const { 'next-action': action, 'content-type': type = '' } = request.headers;
	const isAction = action === undefined || /^[0-9a-f]{42}$/.test(String(action));
	const isReadable = !/^multipart\//i.test(type) || /;\s*boundary="?[\w'()+,./:=? -]{1,70}"?\s*(;|$)/i.test(type);
	if (method === 'POST' && !(isAction && isReadable)) return refuse(400, 'This request can’t be read.');
	return false;

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
