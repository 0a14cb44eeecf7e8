// The part of tags that the browser needs too, and therefore without zod.
import { type TagColour, tagTones } from '@/components/ui/tones';
import { isSameName } from '@/lib/list/search';
import { countedList } from '@/lib/text/counted';

export const tagColours = Object.keys(tagTones) as TagColour[];
export const maxTagNameLength = 50;
/** How many tags a record can have. */
export const maxTags = 20;

/** A tag as a badge shows it. */
export type TagLabel = { name: string; colour: string };

/** A tag's name as it is stored: in NFC, without surplus spaces. */
export function tidyTagName(name: string): string {
	return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The colour that a new tag of this name gets, always the same one. */
export function colourOf(name: string): TagColour {
	let hash = 0x811c9dc5;
	for (const character of name.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	// without this, names that differ at their end only would have much the same colours
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
	return tagColours[(hash >>> 16) % tagColours.length] ?? 'slate';
}

/** Whether one of the tags has this name, whatever the case. */
export function hasTag(tags: readonly TagLabel[], name: string): boolean {
	return tags.some((tag) => isSameName(tag.name, name));
}

/** Why a record with these tags cannot have one of this name as well, or null. */
export function tagProblem(name: string, tags: readonly TagLabel[]): string | null {
	if (tags.length >= maxTags) return `At most ${maxTags} tags.`;
	if (name.length > maxTagNameLength) return `A tag’s name has at most ${maxTagNameLength} characters.`;
	return null;
}

/** The records with a tag, such as "2 companies and 1 contact"; empty if there are none. */
export function describeUse({ companies, contacts }: { companies: number; contacts: number }): string {
	return countedList([
		[companies, 'company', 'companies'],
		[contacts, 'contact', 'contacts'],
	]);
}
