import { diffWordsWithSpace } from 'diff';
import type { ChangedPart } from './history-entry';

/** A piece of a text that changed: what was kept, taken out or put in. */
export type DiffPiece = { text: string; kind: 'same' | 'removed' | 'added' };

/** How much of what was kept is shown on each side of a change, in characters. */
const around = 60;
/** Texts with more words that came or went are not compared: they are other texts. */
const maxChangedWords = 160;
/** So much of the longer text was kept, or it is shown as another text. */
const leastKept = 0.3;

/** The words that came and went between two texts, with a little of what stands around them; null where they are too different for that. */
export function diffOf([beginsLater, before, after, endsEarlier]: ChangedPart): DiffPiece[] | null {
	const changes = diffWordsWithSpace(before, after, { maxEditLength: maxChangedWords });
	if (!changes) return null;
	const kept = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0);
	if (!beginsLater && !endsEarlier && kept < leastKept * Math.max(before.length, after.length)) return null;
	const last = changes.length - 1;
	const pieces = changes.map(({ value, added, removed }, index): DiffPiece => {
		if (added || removed) return { text: value, kind: added ? 'added' : 'removed' };
		return { text: shortened(value, { begins: index === 0, ends: index === last }), kind: 'same' };
	});
	return [
		...(beginsLater && pieces[0]?.kind !== 'same' ? [{ text: '… ', kind: 'same' as const }] : []),
		...pieces,
		...(endsEarlier && pieces.at(-1)?.kind !== 'same' ? [{ text: ' …', kind: 'same' as const }] : []),
	];
}

/** What was kept before, between or after changes, without what is far from them. */
function shortened(text: string, { begins, ends }: { begins: boolean; ends: boolean }): string {
	const letters = [...text];
	const [head, tail] = [begins ? 0 : around, ends ? 0 : around];
	if (letters.length <= head + tail + 10) return text;
	// whole words
	const first = letters.slice(0, Math.max(letters.lastIndexOf(' ', head), 0)).join('');
	const space = letters.indexOf(' ', letters.length - tail - 1);
	const last = tail === 0 ? '' : letters.slice(space === -1 ? -tail : space).join('');
	return begins ? `…${last}` : `${first} …${last}`;
}
