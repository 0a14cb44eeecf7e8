'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { FileUpIcon } from '@/components/ui/icons';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';
import { importPath } from '@/domain/paths';
import { markStale } from '@/lib/browser/stale-pages';
import { cn } from '@/lib/cn';
import { largestFile, tooLarge } from '../import-outcome';

/** Uploads a table that was dropped, chosen or pasted, and opens its import. */
export function UploadFile() {
	const router = useRouter();
	const input = useRef<HTMLInputElement>(null);
	const [sending, setSending] = useState<string | null>(null);
	const [problem, setProblem] = useState<ReactNode>(null);
	const [over, setOver] = useState(false);
	const [pasted, setPasted] = useState('');

	async function send(file: Blob, name: string) {
		if (sending) return;
		setProblem(null);
		if (file.size > largestFile) return setProblem(tooLarge);
		setSending(name);
		const answer = await upload(file, name);
		if (answer.id) {
			// Back leads to the list of imports, which has one more by now
			markStale();
			return router.push(importPath(answer.id));
		}
		setSending(null);
		if (answer.isSignedOut) return setProblem(<SignedOut typed />);
		setProblem(answer.message ?? 'The file did not arrive. Check the connection and try again.');
	}

	function drop(event: DragEvent) {
		event.preventDefault();
		setOver(false);
		const [file] = event.dataTransfer.files;
		if (file) void send(file, file.name);
	}

	return (
		<div className="flex flex-col gap-4">
			{problem && <Alert variant="destructive">{problem}</Alert>}
			<fieldset
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={drop}
				className={cn(
					'flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-10 text-center',
					over && 'border-ring bg-accent',
				)}
			>
				<legend className="sr-only">A file</legend>
				<FileUpIcon className="size-6 text-muted-foreground" />
				<p aria-live="polite">{sending ? `Sending ${sending} …` : 'Drop a CSV file here, or'}</p>
				<Button type="button" onClick={() => input.current?.click()} aria-disabled={sending !== null || undefined}>
					Choose a file
				</Button>
				<input
					ref={input}
					type="file"
					accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
					aria-label="File"
					className="sr-only"
					tabIndex={-1}
					onChange={({ target }) => {
						const [file] = target.files ?? [];
						if (file) void send(file, file.name);
						target.value = '';
					}}
				/>
				<p className="text-muted-foreground text-xs">
					Up to 50 MB and 200,000 rows. From Excel: save as CSV. Nothing is imported before you have seen what would be.
				</p>
			</fieldset>
			<details>
				<summary className="cursor-pointer text-muted-foreground hover:text-foreground">Paste a table instead</summary>
				<div className="mt-3 flex flex-col items-start gap-3">
					<Label htmlFor="pasted" className="sr-only">
						A table
					</Label>
					<Textarea
						id="pasted"
						rows={6}
						value={pasted}
						onChange={({ target }) => setPasted(target.value)}
						placeholder={'Name\tCompany\tEmail'}
						className="font-mono text-xs pointer-coarse:text-base"
					/>
					<Button
						type="button"
						variant="outline"
						onClick={() => void send(new Blob([pasted], { type: 'text/plain' }), 'Pasted table')}
						disabled={pasted.trim() === ''}
					>
						Use this table
					</Button>
				</div>
			</details>
		</div>
	);
}

async function upload(file: Blob, name: string): Promise<{ id?: string; message?: string; isSignedOut?: boolean }> {
	try {
		const response = await fetch('/api/import/upload', {
			method: 'POST',
			body: file,
			headers: { 'X-File-Name': encodeURIComponent(name), 'Content-Type': 'application/octet-stream' },
		});
		return { ...(await response.json()), isSignedOut: response.status === 401 };
	} catch {
		return {};
	}
}
