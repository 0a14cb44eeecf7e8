/** Why a read has brought no answer: the session is over, or anything else. */
export type NoAnswer = 'signedOut' | 'failed';

class SignedOutError extends Error {}

/** The JSON that a GET of this app answers with. Whatever it throws, `whyNoAnswer` tells the reason. */
export async function readJson<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
	const response = await fetch(url, signal ? { signal } : {});
	if (response.status === 401) throw new SignedOutError();
	if (!response.ok) throw new Error(response.statusText);
	return response.json();
}

export function whyNoAnswer(error: unknown): NoAnswer {
	return error instanceof SignedOutError ? 'signedOut' : 'failed';
}

/** Where to sign in again, and come back to the page that is open. */
export function signInPath(): string {
	const { pathname, search } = window.location;
	return `/login?next=${encodeURIComponent(pathname + search)}`;
}
