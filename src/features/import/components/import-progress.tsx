'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { lookForChanges } from '@/lib/browser/stale-pages';

type Progress = { status: string; phase: string | null; done: number; total: number };

/** The progress of a check or run, which continues even if this page is closed. */
export function ImportProgress({ id, status }: { id: string; status: 'checking' | 'running' }) {
	const router = useRouter();
	const [progress, setProgress] = useState<Progress | null>(null);
	const [isSignedOut, setSignedOut] = useState(false);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		let gone = false;
		let ended = false;
		const look = async () => {
			const asked = readJson<Progress | null>(`/api/import/progress?id=${id}`);
			const now = await asked.catch(whyNoAnswer);
			if (gone) return;
			setSignedOut(now === 'signedOut');
			if (now && typeof now === 'object') setProgress(now);
			if (now && typeof now === 'object' && now.status !== status) {
				ended = true;
				router.refresh();
			}
			timer = setTimeout(look, 700);
		};
		timer = setTimeout(look, 300);
		return () => {
			gone = true;
			clearTimeout(timer);
			// it goes on, and what it saves belongs on whatever page is opened meanwhile
			if (!ended) lookForChanges();
		};
	}, [id, status, router]);
	const share = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : null;
	const text = progress?.phase ?? (status === 'checking' ? 'Checking the file' : 'Importing');
	return (
		<div className="flex flex-col gap-2 rounded-lg border bg-card p-4">
			<p aria-live="polite">
				<span>{text}</span> …{' '}
				{share !== null && (
					<span className="tabular-nums">
						<span>{share}</span> %
					</span>
				)}
			</p>
			{isSignedOut && (
				<p role="alert">
					<SignedOut />
				</p>
			)}
			<progress className="h-2 w-full accent-primary" max={100} value={share ?? undefined} aria-label={text} />
			<p className="text-muted-foreground text-xs">
				You can leave this page; it goes on. Until it is finished nothing is changed, and everything at once then.
			</p>
		</div>
	);
}
