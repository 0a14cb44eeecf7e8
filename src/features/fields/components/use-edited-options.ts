import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v7 as uuidv7 } from 'uuid';
import { carryByKey } from '@/components/list/carried-lines';
import { tagTones } from '@/components/ui/tones';
import type { CustomOption } from '@/domain/custom-fields/custom-field-types';

const colours = Object.keys(tagTones);
const newOption = (place: number): CustomOption => ({
	id: uuidv7(),
	name: '',
	colour: colours[place % colours.length] ?? 'slate',
});

const plain = (name: string) => name.trim().replace(/\s+/gu, ' ').normalize('NFC').toLowerCase();

/** What the lines of a list's options do, by their ids. It stays the same, so that typing in one of five hundred draws that one. */
export type OptionsEditing = ReturnType<typeof editingOf>;

/** The options of a list while they are edited in a list of lines, and what is said of the last move. */
export function useEditedOptions(initial: CustomOption[], list: RefObject<HTMLElement | null>) {
	const [options, setOptions] = useState(initial.length > 0 ? initial : [newOption(0)]);
	const [said, say] = useState('');
	const shown = useRef(options);
	useLayoutEffect(() => {
		shown.current = options;
	});
	const [editing] = useState(() => editingOf({ list, shown, setOptions, say }));
	return { options, said, editing };
}

type Edited = {
	list: RefObject<HTMLElement | null>;
	shown: RefObject<CustomOption[]>;
	setOptions: (change: (options: CustomOption[]) => CustomOption[]) => void;
	say: (said: string) => void;
};

function editingOf({ list, shown, setOptions, say }: Edited) {
	const placeOf = (option: string) => shown.current.findIndex((each) => each.id === option);
	const focusLine = (place: number) => list.current?.querySelectorAll<HTMLInputElement>('input')[place]?.focus();
	/** Shows other options and goes to one of them at once: the next key is for it already. */
	function showAt(place: number, next: CustomOption[]) {
		flushSync(() => setOptions(() => next));
		focusLine(place);
	}
	function onAdd() {
		const { length } = shown.current;
		showAt(length, [...shown.current, newOption(length)]);
	}
	function move(place: number, to: number) {
		const [option] = shown.current.slice(place, place + 1);
		if (!option || place === to || to < 0 || to >= shown.current.length) return;
		showAt(to, shown.current.toSpliced(place, 1).toSpliced(to, 0, option));
		say(`${option.name}, ${to + 1} of ${shown.current.length}`);
	}
	const onChange = (option: string, part: Partial<CustomOption>) =>
		setOptions((all) => all.map((each) => (each.id === option ? { ...each, ...part } : each)));
	/** Each of several lines is an option, as from a column of a spreadsheet; those that are there already are left out. */
	function onPaste(event: ClipboardEvent<HTMLInputElement>, option: string) {
		const lines = event.clipboardData.getData('text').split(/\r\n?|\n/);
		if (lines.filter((line) => line.trim() !== '').length < 2) return;
		event.preventDefault();
		const place = placeOf(option);
		const known = new Set(shown.current.map((each) => plain(each.name)).filter(Boolean));
		const names = lines.flatMap((line) => {
			const isNew = line.trim() !== '' && !known.has(plain(line));
			known.add(plain(line));
			return isNew ? line.trim() : [];
		});
		const isEmpty = shown.current[place]?.name.trim() === '';
		const from = isEmpty ? place : place + 1;
		const pasted = names.map((each, at) => ({ ...newOption(from + at), name: each }));
		showAt(Math.max(0, from + pasted.length - 1), shown.current.toSpliced(from, isEmpty ? 1 : 0, ...pasted));
	}
	function onKeyDown(event: KeyboardEvent<HTMLInputElement>, option: string) {
		const place = placeOf(option);
		carryByKey(event, (by) => move(place, place + by));
		if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
			event.preventDefault();
			if (place === shown.current.length - 1) onAdd();
			else focusLine(place + 1);
		}
	}
	const onUp = (option: string) => move(placeOf(option), placeOf(option) - 1);
	function onRemove(option: string) {
		const place = placeOf(option);
		showAt(Math.max(0, place - 1), shown.current.toSpliced(place, 1));
	}
	const onDrop = (carried: string, onto: string) => move(placeOf(carried), placeOf(onto));
	return { onAdd, onChange, onDrop, onKeyDown, onPaste, onRemove, onUp };
}
