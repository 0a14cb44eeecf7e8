'use client';

import { createContext, type ReactNode, useContext, useRef } from 'react';
import type { FormFailure } from '@/components/form/form';
import type { FieldDraft, Property } from '@/components/form/in-place/property';
import type { FieldSaved, SaveField } from '@/components/form/in-place/use-in-place';
import type { EditedCell } from './edited-cell';

/** A value of a cell that is saved with the answers to a question. */
type AskedValue = {
	/** What the record is called. */
	name: string;
	/** Saves the value with the answers. */
	save: (answers: Record<string, unknown>) => Promise<FieldSaved | FormFailure>;
	onDone: () => void;
	onCancel: () => void;
	/** Gives the focus back, once the question is gone. */
	onClosed: () => void;
};

const AskedContext = createContext<AskedValue | null>(null);

/** For the question that a list brings along: what it is asked about; null where nothing is. */
export const useAskedValue = () => useContext(AskedContext);

type CellQuestionProps = {
	cell: EditedCell;
	property: Property;
	draft: FieldDraft;
	save: SaveField;
	/** The question, which finds what it is about by `useAskedValue`. */
	question: ReactNode;
	/** Closes the cell; returns what gives the focus back. */
	onLeave: () => () => void;
	/** Called with the draft and its answers where another value came in between. */
	onConflict: (draft: FieldDraft, other: FieldSaved['data']) => void;
};

/** Asks what has to be known before a cell is saved, such as why a deal is lost. */
export function CellQuestion(props: CellQuestionProps) {
	const { cell, property, draft, save, question, onLeave, onConflict } = props;
	const giveBack = useRef(() => {});
	const conflict = useRef<{ answered: FieldDraft; other: FieldSaved['data'] }>(null);
	const leave = () => {
		giveBack.current = onLeave();
	};
	const asked: AskedValue = {
		name: property.of ?? '',
		save: async (more) => {
			const { id, field } = cell;
			const result = await save({ ...more, id, field, value: draft.value, was: property.value });
			conflict.current =
				result.ok && result.data.is === 'conflict' ? { answered: { ...draft, more }, other: result.data } : null;
			return result;
		},
		onDone: () => {
			if (conflict.current) onConflict(conflict.current.answered, conflict.current.other);
			else leave();
		},
		onCancel: leave,
		// an editor that has opened meanwhile has the focus
		onClosed: () => document.activeElement === document.body && giveBack.current(),
	};
	return <AskedContext value={asked}>{question}</AskedContext>;
}
