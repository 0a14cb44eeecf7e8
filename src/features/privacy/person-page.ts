/** A part of what is kept of somebody: what it is called in the file for programs and on the page, and its rows. */
export type PersonPart = { key: string; title: string; rows: AsyncIterable<PersonValues> | Iterable<PersonValues> };

/** Values by what they are called; empty ones are left out of the page. */
export type PersonValues = Record<string, string | string[] | number | boolean | null>;

/** What is kept of somebody as JSON: an object with a list for each part. */
export async function* personJson(
	head: Record<string, string>,
	parts: AsyncIterable<PersonPart>,
): AsyncGenerator<string> {
	yield `{\n"about": ${JSON.stringify(head)}`;
	for await (const { key, rows } of parts) {
		yield `,\n${JSON.stringify(key)}: [`;
		let before = '\n';
		for await (const row of rows) {
			yield before + JSON.stringify(row);
			before = ',\n';
		}
		yield '\n]';
	}
	yield '\n}\n';
}

/** The same as a page to read and to print, which needs nothing but itself. */
export async function* personHtml(
	{ title, subtitle }: { title: string; subtitle: string },
	parts: AsyncIterable<PersonPart>,
): AsyncGenerator<string> {
	yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${look}</style>
</head>
<body>
<main>
<h1 translate="no">${html(title)}</h1>
<p>${html(subtitle)}</p>
`;
	for await (const { key, title: name, rows } of parts) {
		yield `<section aria-labelledby="${key}">\n<h2 id="${key}">${html(name)}</h2>\n`;
		let count = 0;
		for await (const row of rows) {
			yield rowHtml(row);
			count++;
		}
		yield count === 0 ? '<p>Nothing.</p>\n</section>\n' : '</section>\n';
	}
	yield '</main>\n</body>\n</html>\n';
}

function rowHtml(row: PersonValues): string {
	const lines = Object.entries(row).flatMap(([name, value]) => {
		const texts = [value].flat().filter((each) => each !== null && each !== '' && each !== false);
		if (texts.length === 0) return [];
		const shown = texts.map((text) => (text === true ? 'Yes' : html(String(text)))).join('<br>');
		return [`<div><dt>${html(name)}</dt><dd translate="no">${shown}</dd></div>`];
	});
	return `<dl>${lines.join('')}</dl>\n`;
}

const look = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 2rem 1.25rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
dl { margin: 0; padding: .6rem 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); break-inside: avoid; }
dl > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: .25rem 1rem; }
dt { opacity: .7; }
dd { margin: 0; white-space: pre-wrap; }
@media (max-width: 30rem) { dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; } }
@media print { body { padding: 0; font-size: 10.5pt; } }
`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const html = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A name as a part of a file's name: without accents and signs, and not too long. */
export function fileNameOf(name: string): string {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
	const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
	return words.join('-').slice(0, 60) || 'person';
}
