'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { SignedOut } from '@/components/form/signed-out';
import { StillWorking } from '@/components/form/still-working';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { failureText } from '@/lib/errors/failure';
import { editImportRow } from '../actions';
import { isReasonFor, type ShownFile } from './shown-file';

type RowEditorProps = {
	file: ShownFile;
	line: number;
	/** The column whose cell gets the focus; null for the first that is wrong, or the first. */
	column: number | null;
	/** Why the row is rejected, and the field because of which. */
	wrong?: { field: string; reason: string };
	onStop: () => void;
};

type Line = { cells: string[]; original: string[] };

/** The cells of a line, to be edited: Enter saves them, Escape puts them back, Tab goes on. */
export function RowEditor({ file, line, column, wrong, onStop }: RowEditorProps) {
	const id = useId();
	const [read, setRead] = useState<Line | null>(null);
	const [cells, setCells] = useState<string[]>([]);
	const [problem, setProblem] = useState<ReactNode>(null);
	const [pending, start] = useTransition();
	useEffect(() => {
		const gone = new AbortController();
		readJson<Line>(`/api/import/line?id=${file.id}&line=${line}`, gone.signal)
			.then((found) => {
				setRead(found);
				setCells(found.cells);
			})
			.catch((error) => {
				if (gone.signal.aborted) return;
				const isOver = whyNoAnswer(error) === 'signedOut';
				setProblem(isOver ? <SignedOut /> : 'Couldn’t load this row. Cancel, then try again.');
			});
		return () => gone.abort();
	}, [file.id, line]);
	const isWrong = (at: number) => Boolean(wrong && isReasonFor(wrong.field, at, file));
	const columns = Array.from({ length: Math.max(read?.cells.length ?? 0, file.header.length) }, (_, at) => at);
	const first = column ?? columns.find(isWrong) ?? 0;
	const save = (event?: FormEvent) => {
		event?.preventDefault();
		if (pending || !read) return;
		const changed = columns.filter((at) => (cells[at] ?? '') !== (read.cells[at] ?? ''));
		if (changed.length === 0) return onStop();
		start(async () => {
			const sent = Object.fromEntries(changed.map((at) => [at, cells[at] ?? '']));
			const result = await editImportRow({ id: file.id, line, cells: sent }).catch(noAnswerFailure('this was saved'));
			if (result.ok) onStop();
			else setProblem(result.signedOut ? <SignedOut typed /> : failureText(result));
		});
	};
	const press = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Escape') {
			event.stopPropagation();
			onStop();
		}
		if (event.key !== 'Enter' || event.shiftKey || !(event.target instanceof HTMLTextAreaElement)) return;
		event.preventDefault();
		save();
	};
	return (
		<form
			aria-label={`Edit line ${line}`}
			onSubmit={save}
			onKeyDown={press}
			className="sticky left-0 flex w-full max-w-[min(64rem,calc(100vw-3rem))] flex-col gap-3 p-3"
		>
			<p className="font-medium">
				<span>{`Line ${line}`}</span>
				{wrong && (
					<span id={`${id}-why`} className="font-normal text-destructive-ink">
						{' · '}
						{wrong.field && (
							<>
								<span translate="no">{wrong.field}</span>:{' '}
							</>
						)}
						<span>{wrong.reason}</span>
					</span>
				)}
			</p>
			{read && (
				<div className="grid gap-x-4 gap-y-2.5 sm:grid-cols-2 lg:grid-cols-3">
					{columns.map((at) => (
						<div key={at} className="flex min-w-0 flex-col gap-1">
							<Label htmlFor={`${id}-${at}`} translate={file.header[at] ? 'no' : undefined} className="truncate">
								{file.header[at] || `Column ${at + 1}`}
							</Label>
							<Textarea
								id={`${id}-${at}`}
								rows={1}
								className="min-h-9 py-1.5"
								autoFocus={at === first}
								aria-invalid={isWrong(at) || undefined}
								aria-describedby={isWrong(at) ? `${id}-why` : undefined}
								value={cells[at] ?? ''}
								onChange={({ target }) =>
									setCells(columns.map((each) => (each === at ? target.value : (cells[each] ?? ''))))
								}
							/>
						</div>
					))}
				</div>
			)}
			{problem && <Alert variant="destructive">{problem}</Alert>}
			<div className="flex flex-wrap items-center gap-2">
				<Button type="submit" size="sm" aria-disabled={pending || !read || undefined}>
					{pending ? 'Saving…' : 'Save row'}
				</Button>
				<Button type="button" size="sm" variant="outline" onClick={onStop}>
					Cancel
				</Button>
				{read?.cells.some((cell, at) => cell !== (read.original[at] ?? '')) && (
					<Button type="button" size="sm" variant="ghost" onClick={() => setCells(read.original)}>
						As in the file
					</Button>
				)}
				<span className="text-muted-foreground text-xs max-sm:hidden">
					Enter saves, Shift+Enter adds a line, Esc cancels
				</span>
				<StillWorking pending={pending} />
			</div>
		</form>
	);
}
