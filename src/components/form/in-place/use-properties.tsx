'use client';
'use no memo';

import {
	type KeyboardEvent,
	type PointerEvent,
	type ReactNode,
	useEffect,
	useEffectEvent,
	useRef,
	useState,
} from 'react';
import type { FormFailure } from '@/components/form/form';
import { isShortcut } from '@/lib/browser/keyboard';
import { focusedElement } from '@/lib/browser/type-ahead';
import { FieldEditorLazy } from './field-editor-lazy';
import { FieldStatusLazy } from './field-status-lazy';
import { type FieldDraft, keyOf, type Property } from './property';
import { copyValue } from './property-tools';
import { isSameStop, type Leaving, type Stop, stopsOf } from './stops';
import { reasonOf, type SaveField, useInPlace } from './use-in-place';

type Opened = Stop & { draft?: FieldDraft; problem?: string };

type PropertiesOptions = {
	id: string;
	save: SaveField;
	/** All that can be edited, in the order in which Tab goes through them. */
	properties: Property[];
	editors: Record<string, ReactNode>;
	settle?: () => Promise<void>;
};

/** The state of properties that are edited in place: which of them is, and what each row has to show. */
export function useProperties({ properties, editors, ...options }: PropertiesOptions) {
	const [opened, setOpened] = useState<Opened | null>(null);
	const [hovered, setHovered] = useState<Stop | null>(null);
	const refocus = useRef<Stop | null>(null);
	const { root, statuses, isUnsaved, change, keep, clear, shown } = useInPlace({ ...options, onRefused });
	const stops = properties.flatMap((property) => (property.isReadOnly ? [] : stopsOf(shown(property))));
	const buttonOf = ({ key, place }: Stop) =>
		root.current?.querySelector<HTMLElement>(`[data-edit-stop="${CSS.escape(`${key} ${place}`)}"]`);

	// the editor is gone by now, and the value has its button again
	useEffect(() => {
		const stop = refocus.current;
		if (opened || !stop) return;
		refocus.current = null;
		(buttonOf(stop) ?? buttonOf({ ...stop, place: 0 }))?.focus();
	});

	const copyByKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
		const property = properties.find(({ copyKey }) => copyKey === event.key);
		if (!property || !isShortcut(event)) return;
		event.preventDefault();
		void copyValue(shown(property), 0);
	});
	useEffect(() => {
		document.addEventListener('keydown', copyByKey);
		return () => document.removeEventListener('keydown', copyByKey);
	}, []);

	/** An editor opens again where nobody has turned to anything else meanwhile. */
	function onRefused(key: string, draft: FieldDraft, failure: FormFailure): boolean {
		const focused = focusedElement();
		const isHere =
			!focused ||
			// of several records on the page, the one whose value it is
			(root.current?.contains(focused) && focused.closest('[data-property]')?.getAttribute('data-property') === key);
		if (!isHere || opened) return false;
		setOpened({ key, place: draft.place ?? 0, draft, problem: reasonOf(failure) });
		return true;
	}

	function edit(stop: Stop) {
		const status = statuses[stop.key];
		if (status?.is === 'failed') {
			setOpened({ ...stop, draft: status.draft, problem: reasonOf(status.failure) });
			clear(stop.key);
		} else setOpened(stop);
		setHovered(null);
	}

	function leave(from: Opened, to: Leaving) {
		const at = stops.findIndex((stop) => isSameStop(stop, from));
		const by = { here: 0, elsewhere: 0, next: 1, previous: -1 }[to];
		const next = by !== 0 && at >= 0 ? stops[at + by] : undefined;
		if (to !== 'elsewhere' && !next) refocus.current = from;
		setOpened(next ?? null);
	}

	function editorOf(property: Property) {
		if (!opened) return null;
		return (
			<FieldEditorLazy
				key={`${opened.key} ${opened.place}`}
				// with what is on its way
				property={shown(property)}
				place={opened.place}
				draft={opened.draft}
				problem={opened.problem}
				own={editors[property.field]}
				onSave={(draft, to) => {
					change(property, draft);
					leave(opened, to);
				}}
				onKeep={(draft, problem) => {
					keep(property, draft, problem);
					leave(opened, 'elsewhere');
				}}
				onClose={(to) => leave(opened, to)}
			/>
		);
	}

	function row(property: Property) {
		const key = keyOf(property);
		const status = statuses[key];
		const editing = opened?.key === key ? opened : null;
		return {
			property: shown(property),
			editing,
			editor: editing && editorOf(property),
			hovered: hovered?.key === key ? hovered : null,
			onEdit: edit,
			status: status && !editing && (
				<FieldStatusLazy
					property={property}
					status={status}
					onAgain={() => {
						if (status.is === 'failed') change(property, status.draft, status.was);
						if (status.is === 'conflict') change(property, status.draft, status.other.value);
					}}
					onGiveUp={() => clear(key)}
				/>
			),
		};
	}

	function stopAt(target: EventTarget): Stop | null {
		const place = target instanceof Element ? target.closest('[data-stop]') : null;
		const key = place?.closest('[data-property]')?.getAttribute('data-property');
		return place && key ? { key, place: Number(place.getAttribute('data-stop')) } : null;
	}

	function onKeyDown(event: KeyboardEvent) {
		const stop = stopAt(event.target);
		const property = stop && properties.find((each) => keyOf(each) === stop.key);
		if (!property || opened) return;
		if (event.key === 'F2' && !property.isReadOnly) {
			event.preventDefault();
			edit(stop);
		} else if ((event.ctrlKey || event.metaKey) && event.key === 'c' && window.getSelection()?.isCollapsed !== false) {
			event.preventDefault();
			void copyValue(shown(property), stop.place);
		}
	}

	function onPointerOver(event: PointerEvent) {
		if (event.pointerType !== 'mouse') return;
		const stop = stopAt(event.target);
		if (!isSameStop(stop, hovered)) setHovered(stop);
	}

	return {
		root,
		row,
		isUnsaved,
		handlers: { onKeyDown, onPointerOver, onPointerLeave: () => setHovered(null) },
	};
}
