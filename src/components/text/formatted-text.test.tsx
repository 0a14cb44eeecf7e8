import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { richText } from '@/lib/text/markdown';
import { FormattedText } from './formatted-text';

const markup = (node: ReactNode) =>
	renderToStaticMarkup(<AppRouterContext value={{} as AppRouterInstance}>{node}</AppRouterContext>);
const shown = (text: string) => markup(<FormattedText blocks={richText(text, 'vi-VN')} />);

test('a text without Markdown is one paragraph, as it was typed', () => {
	expect(shown('Một <b>\n\n  hai & ba')).toBe(
		'<div translate="no" class="formatted"><p>Một &lt;b&gt;\n\n  hai &amp; ba</p></div>',
	);
});

test.each([
	['**a** _b_ ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>'],
	['> a', '<blockquote><p>a</p></blockquote>'],
	['3) a\n4) b', '<ol data-paren="true"><li value="3"><p>a</p></li><li value="4"><p>b</p></li></ol>'],
	['- a', '<ul><li><p>a</p></li></ul>'],
	['```\n<i>\n```', '<pre><code>&lt;i&gt;</code></pre>'],
	['### a\n# b\n### c', '<h4>a</h4><h3>b</h3><h4>c</h4>'],
	[
		'- [x] a **b**',
		'<ul><li data-box=""><label><input type="checkbox" autoComplete="off" disabled="" checked=""/><span>a <strong>b</strong></span></label></li></ul>',
	],
	[
		'- [ ]',
		'<ul><li data-box=""><label><input type="checkbox" autoComplete="off" disabled="" aria-label="Checkbox"/></label></li></ul>',
	],
	[
		'![x](https://example.com/a.png)',
		'<p><a href="https://example.com/a.png" rel="noopener noreferrer" class="text-link" target="_blank">x</a></p>',
	],
	['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
])('%j', (text, inside) => {
	expect(shown(text)).toBe(`<div translate="no" class="formatted">${inside}</div>`);
});

test('what is nested as deep as it can be is shown', () => {
	const text = Array.from({ length: 300 }, (_, depth) => `${'> '.repeat(depth)}- ${'*_'.repeat(50)}a`).join('\n');
	expect(shown(text)).toContain('a</p>');
});
