import { type ReactNode, Suspense } from 'react';

/** A part that is there by then comes with its page: a skeleton would only hold it back. */
const patienceMilliseconds = 400;

/** A part of a page that may take long to read. The page waits for it a moment; only then a skeleton stands in its place. */
export async function Late({ part, fallback }: { part: () => Promise<Awaited<ReactNode>>; fallback: ReactNode }) {
	const content = part();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<boolean>((resolve) => {
		timer = setTimeout(resolve, patienceMilliseconds, true);
	});
	const isLate = await Promise.race([patience, content.then(() => false)]).finally(() => clearTimeout(timer));
	return isLate ? <Suspense fallback={fallback}>{content}</Suspense> : content;
}
