'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { PlusIcon, XIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { LinkedText } from '@/components/ui/linked-text';
import type { TextPart } from '@/lib/text/text-links';
import { Form, type FormFailure } from './form';
import { OtherProblems } from './other-problems';
import { SubmitButton } from './submit-button';
import { useUndoToast } from './undo-toast';

type MetadataPair = [key: string, value: string];

type MetadataCardProps = {
	/** The record, and the version that is shown. */
	id: string;
	version: number;
	/** The record's own fields, as text. */
	pairs: MetadataPair[];
	/** The texts of their values, with links. */
	linked: TextPart[][];
	save: SaveMetadata;
};

/** The action that saves a record's own fields: `metadata` is the JSON that `metadataPairs` reads. */
export type SaveMetadata = (input: {
	id: string;
	version: number;
	metadata: string;
}) => Promise<{ ok: true; changeSet: string } | FormFailure>;

/** A record's own fields: shown, and edited in place. */
export function MetadataCard(props: MetadataCardProps) {
	const { pairs, linked } = props;
	const [editing, setEditing] = useState(false);
	return (
		<Card>
			<CardHeader>
				<CardTitle>More fields</CardTitle>
				{!editing && (
					<CardAction>
						<Button variant="ghost" size="sm" onClick={() => setEditing(true)}>
							{pairs.length > 0 ? 'Edit fields' : 'Add a field'}
						</Button>
					</CardAction>
				)}
			</CardHeader>
			<CardContent>
				{editing ? <Editor {...props} onClose={() => setEditing(false)} /> : <Shown pairs={pairs} linked={linked} />}
			</CardContent>
		</Card>
	);
}

function Shown({ pairs, linked }: Pick<MetadataCardProps, 'pairs' | 'linked'>) {
	if (pairs.length === 0)
		return (
			<p className="text-muted-foreground">What else you want to remember: a tax code, a Zalo number, a birthday.</p>
		);
	return (
		<dl translate="no" className="flex flex-col gap-3">
			{pairs.map(([key, value], index) => (
				<div key={key}>
					<dt className="wrap-anywhere text-muted-foreground text-xs">{key}</dt>
					<dd className="wrap-anywhere whitespace-pre-wrap">
						{value ? <LinkedText parts={linked[index] ?? [value]} /> : <span className="text-muted-foreground">—</span>}
					</dd>
				</div>
			))}
		</dl>
	);
}

type PairRow = { id: number; key: string; value: string };

function Editor({ id: record, save, onClose, ...opened }: MetadataCardProps & { onClose: () => void }) {
	// what was there when the editing began, whatever the page is refreshed to meanwhile
	const [{ version, pairs }] = useState(opened);
	const undoToast = useUndoToast();
	const [rows, setRows] = useState<PairRow[]>(() =>
		[...pairs, ...(pairs.length === 0 ? [['', ''] as MetadataPair] : [])].map(([key, value], id) => ({
			id,
			key,
			value,
		})),
	);
	const change = (id: number, part: Partial<PairRow>) =>
		setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
	const add = () => setRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, key: '', value: '' }]);
	// a line without name and value is none
	const metadata = JSON.stringify(
		rows.filter(({ key, value }) => key.trim() || value.trim()).map(({ key, value }) => [key, value]),
	);
	return (
		<Form
			guard
			action={() => save({ id: record, version, metadata })}
			onDone={({ changeSet }) => {
				undoToast('Saved the fields', changeSet);
				onClose();
			}}
		>
			<ul className="flex flex-col gap-2">
				{rows.map(({ id, key, value }) => (
					<li key={id} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-center gap-1.5">
						<Input
							aria-label="Field name"
							placeholder="Name"
							value={key}
							maxLength={64}
							onChange={(event) => change(id, { key: event.target.value })}
						/>
						<Input
							aria-label={`Value of ${key || 'the field'}`}
							placeholder="Value"
							value={value}
							maxLength={2000}
							onChange={(event) => change(id, { value: event.target.value })}
						/>
						<Button variant="ghost" size="icon-sm" onClick={() => setRows(rows.filter((row) => row.id !== id))}>
							<XIcon />
							<span className="sr-only">
								Remove <span translate="no">{key || 'the field'}</span>
							</span>
						</Button>
					</li>
				))}
			</ul>
			<OtherProblems />
			<div className="mt-3 flex flex-wrap gap-2">
				<SubmitButton size="sm" pendingText="Saving…">
					Save fields
				</SubmitButton>
				<Button variant="outline" size="sm" onClick={add}>
					<PlusIcon /> Add a field
				</Button>
				<Button variant="ghost" size="sm" onClick={onClose}>
					Cancel
				</Button>
			</div>
		</Form>
	);
}
