'use client';

import type { Route } from 'next';
import { useState } from 'react';
import { Form, type FormFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { TagList } from '@/components/ui/tag-badge';
import { MergeChoice, MergeFact, MergeText, type MergeValues } from './merge-field';

export type MergeSide = {
	id: string;
	version: number;
	name: string;
	/** What tells the two apart when they have one name. */
	detail: string;
	/** What goes along to the other if this one is deleted, such as "2 deals and 1 activity". */
	belongings: string;
};

export type MergeFieldOf = {
	/** The field of the action. */
	name: string;
	label: string;
	values: MergeValues;
	/** How it is said that there is no value. */
	none?: string;
	/** Two values that read alike and are not the same, such as two companies of one name. */
	differ?: boolean;
};

/** A custom field: its key, and what both say; `together` where both values stay. */
type OwnField = {
	key: string;
	name: string;
	values: [one: string | undefined, other: string | undefined];
	together?: string;
	differ?: boolean;
};

type Merged = { id: string; name: string; gone: string };
type Result = { ok: true; data: Merged; changeSet: string } | FormFailure;

type MergeFormProps = {
	/** What is merged, such as "contacts". */
	many: 'companies' | 'contacts';
	/** The one that was opened, and the other. */
	sides: [MergeSide, MergeSide];
	/** Which of them is proposed to stay. */
	proposed: Side;
	fields: MergeFieldOf[];
	notes: MergeValues;
	/** The own fields of both. */
	own: OwnField[];
	/** The tags of both, each once. */
	tags: { name: string; colour: string }[];
	/** What else has to be known before. */
	note?: string;
	action: (input: Record<string, unknown>) => Promise<Result>;
};

type Side = 0 | 1;
const sideOf = (value: string): Side => (value === '1' ? 1 : 0);
const isSame = ({ values: [one, other], differ }: MergeFieldOf) => one === other && !differ;

/** Two records side by side: which one stays, and of each field whose value. */
export function MergeForm(props: MergeFormProps) {
	const { many, action, note, ...opened } = props;
	// what the page was opened with, whatever it is refreshed to meanwhile
	const [{ sides, fields, notes, own, tags }] = useState(opened);
	const [keep, setKeep] = useState<Side>(opened.proposed);
	const [choices, setChoices] = useState<Record<string, string>>({});
	const leave = useLeave();
	const undoToast = useUndoToast();
	const [kept, gone] = [sides[keep], sides[keep === 0 ? 1 : 0]];
	const pathOf = (id: string) => `/${many}/${id}` as Route;

	/** Until it is chosen otherwise: the value that there is, of two that of the record that stays. */
	const chosenOf = (name: string, values: [unknown, unknown]) =>
		choices[name] ?? String(values[keep] === null ? (keep === 0 ? 1 : 0) : keep);
	const choose = (name: string) => (value: string) => setChoices({ ...choices, [name]: value });
	const joins = notes[0] !== null && notes[1] !== null && notes[0] !== notes[1];
	const chosenNotes = choices.notes ?? (joins ? 'both' : chosenOf('notes', notes));
	const isBoth = ({ values: [one, other], together, differ }: OwnField) =>
		one !== undefined && other !== undefined && together === undefined && (one !== other || differ === true);
	const differing = own.filter(isBoth).map(({ key, name, values: [one, other] }) => ({
		...{ key, name },
		values: [one || null, other || null] satisfies MergeValues,
	}));
	const others = own.filter((field) => !isBoth(field));
	const as = (chosen: string) => (chosen === 'both' ? 'both' : sideOf(chosen) === keep ? 'kept' : 'gone');
	const textOptions = (values: MergeValues, none: string) =>
		values.map((value, index) => ({ value: String(index), content: <MergeText value={value} none={none} /> }));

	return (
		<Form
			className="max-w-4xl"
			action={() =>
				action({
					...{ keep: kept.id, keepVersion: kept.version, gone: gone.id, goneVersion: gone.version },
					...Object.fromEntries(fields.map((field) => [field.name, as(chosenOf(field.name, field.values))])),
					notes: as(chosenNotes),
					metadata: JSON.stringify(
						differing.filter(({ key, values }) => as(chosenOf(`own ${key}`, values)) === 'gone').map(({ key }) => key),
					),
				})
			}
			onDone={({ data, changeSet }) => {
				undoToast(message`Merged ${data.gone} into ${data.name}`, changeSet);
				leave(pathOf(data.id));
			}}
		>
			<div className="flex flex-col gap-3 sm:gap-2">
				<MergeChoice
					head
					label="Which one stays"
					options={sides.map(({ name, detail }, index) => ({
						value: String(index),
						content: (
							<>
								<span translate="no" className="wrap-anywhere block font-semibold">
									{name}
								</span>
								<span className="wrap-anywhere block text-muted-foreground text-xs">{detail}</span>
							</>
						),
					}))}
					chosen={String(keep)}
					onChoose={(value) => setKeep(sideOf(value))}
				/>
				{fields.map((field) => {
					const { name, label, values, none = 'Nothing' } = field;
					if (!isSame(field))
						return (
							<MergeChoice
								key={name}
								label={label}
								options={textOptions(values, none)}
								chosen={chosenOf(name, values)}
								onChoose={choose(name)}
							/>
						);
					return (
						values[0] !== null && (
							<MergeFact key={name} label={label}>
								<MergeText value={values[0]} none="" />
							</MergeFact>
						)
					);
				})}
				{notes[0] !== notes[1] ? (
					<MergeChoice
						label="Notes"
						options={[
							...textOptions(notes, 'Nothing'),
							...(joins
								? [{ value: 'both', content: 'Both, one below the other', className: 'col-span-2 sm:col-start-2' }]
								: []),
						]}
						chosen={chosenNotes}
						onChoose={choose('notes')}
					/>
				) : (
					notes[0] !== null && (
						<MergeFact label="Notes">
							<MergeText value={notes[0]} none="" />
						</MergeFact>
					)
				)}
				{differing.map(({ key, name, values }) => (
					<MergeChoice
						key={key}
						isOwn
						label={name}
						options={textOptions(values, 'Nothing')}
						chosen={chosenOf(`own ${key}`, values)}
						onChoose={choose(`own ${key}`)}
					/>
				))}
				{others.map(({ key, name, values: [one, other], together }) => (
					<MergeFact key={key} isOwn label={name}>
						<MergeText value={together ?? (one || other || null)} none="Nothing" />
					</MergeFact>
				))}
				{tags.length > 0 && (
					<MergeFact label="Tags">
						<TagList tags={tags} />
					</MergeFact>
				)}
			</div>
			<p className="wrap-anywhere mt-5 max-w-prose" aria-live="polite">
				The other one, “<span translate="no">{gone.name}</span>”, is deleted.{' '}
				<span>{belongingsOf(gone.belongings)}</span> move to the one that stays. {note} This can be undone.
			</p>
			<OtherProblems />
			<div className="mt-4 flex flex-wrap gap-2">
				<SubmitButton pendingText="Merging…">
					<span>
						Merge <span>{many}</span>
					</span>
				</SubmitButton>
				<Button asChild variant="ghost">
					<Link replace href={pathOf(sides[0].id)}>
						Cancel
					</Link>
				</Button>
			</div>
		</Form>
	);
}

function belongingsOf(counted: string): string {
	return counted ? `The ${counted}, and any tags,` : 'Its tags';
}
