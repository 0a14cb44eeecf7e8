import { z } from 'zod';
import { isSameName } from '@/lib/list/search';
import { jsonField } from '@/lib/text/json-field';
import { recordId, requiredLine } from '@/lib/text/text';
import { maxTagNameLength, maxTags, tagColours, tidyTagName } from './tag';

/** A tag's name. Without commas, which end a name where several are typed or exported. */
export const tagName = requiredLine('Tag name', maxTagNameLength)
	.transform(tidyTagName)
	.refine((name) => !name.includes(','), 'A tag’s name has no comma.');

/** Names of tags. If some differ only by case, the first one is kept. */
const names = z
	.array(tagName, 'This is not a list of tags. Reload the page and try again.')
	.max(maxTags, `At most ${maxTags} tags.`)
	.transform((all) => all.filter((name, index) => all.findIndex((other) => isSameName(name, other)) === index));

/** A record's tags as a form sends them: the names as JSON in one field. A missing field means none. */
export const tagNames = jsonField(names, 'This is not a list of tags. Reload the page and try again.').transform(
	(tags) => tags ?? [],
);

/** A record's tags as an editor in place sends them, in an order that is always the same; empty for none. */
export const tagsField = z
	.string('Must be text.')
	.transform((text): string | null | undefined => text || '[]')
	.pipe(tagNames)
	.transform((tags) => tags.toSorted());

const fields = { name: tagName, colour: z.enum(tagColours, 'Choose one of the colours.') };

export const newTag = z.strictObject(fields);

/** A tag's new name and colour. */
export const tagChanges = z.strictObject({ id: recordId, ...fields });

/** A merge of tags: records tagged `from` are tagged `into`. */
export const tagMerge = z
	.strictObject({ from: recordId, into: z.uuid('Choose a tag.').transform((id) => id.toLowerCase()) })
	.refine(({ from, into }) => from !== into, { path: ['into'], message: 'Choose another tag than this one.' });

export const tagReference = z.strictObject({ id: recordId });

/** Tags to add to and to remove from many records of one kind. */
export const bulkTags = z
	.strictObject({
		ids: z.array(recordId).min(1, 'Select a row first.').max(500, 'Select at most 500 rows.'),
		add: names,
		remove: names,
	})
	.refine(({ add, remove }) => add.length + remove.length > 0, { path: ['add'], message: 'Choose a tag.' })
	.refine(({ add, remove }) => !remove.some((name) => add.some((other) => isSameName(name, other))), {
		path: ['remove'],
		message: 'A tag can be added or removed, not both.',
	});

// for other features
export { maxTags };

/** The text to find a tag by. */
export const tagSearch = z.strictObject({
	q: z
		.string()
		.max(200)
		.default('')
		.transform((q) => tidyTagName(q.toWellFormed().replaceAll('\0', ''))),
});
