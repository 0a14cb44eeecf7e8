import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PartThatMayFail } from './part-that-may-fail';

/** What a part shows, and what the log says of it. */
async function shown(part: () => Promise<string>) {
	let log = '';
	const write = process.stdout.write;
	process.stdout.write = ((text: string) => {
		log += text;
		return true;
	}) as typeof process.stdout.write;
	try {
		const node = (await PartThatMayFail({ name: 'the pipeline', part, path: '/dashboard' })) as ReactNode;
		const markup = renderToStaticMarkup(<AppRouterContext value={{} as AppRouterInstance}>{node}</AppRouterContext>);
		return { markup, log };
	} finally {
		process.stdout.write = write;
	}
}

test('a part that can be read is shown as it is', async () => {
	expect(await shown(async () => 'Chào giá: 3 deals')).toEqual({ markup: 'Chào giá: 3 deals', log: '' });
});

test('one that fails says so in its place, with the way to try again and the error’s name in the log', async () => {
	const { markup, log } = await shown(async () => {
		throw new Error('the connection was lost');
	});
	const id = JSON.parse(log).errorId as string;
	expect(log).toContain('the connection was lost');
	expect(markup).toContain('role="alert"');
	expect(markup).toContain('Couldn’t load the pipeline. The rest of the page works.');
	expect(markup).toContain('href="/dashboard"');
	expect(markup).toContain(`find error ${id} in the server log`);
	expect(markup).not.toContain('the connection was lost');
});

test('what is not there is the page’s to say', async () => {
	await expect(shown(async () => notFound())).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404');
});
