'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

type Progress = { status: string; phase: string | null; done: number; total: number };

/** How far a check or a run is, for as long as it takes; it goes on without anybody looking. */
export function ImportProgress({ id, status }: { id: string; status: 'checking' | 'running' }) {
	const router = useRouter();
	const [progress, setProgress] = useState<Progress | null>(null);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		let gone = false;
		const look = async () => {
			const now = await ask(id);
			if (gone) return;
			if (now) setProgress(now);
			if (now && now.status !== status) router.refresh();
			timer = setTimeout(look, 700);
		};
		timer = setTimeout(look, 300);
		return () => {
			gone = true;
			clearTimeout(timer);
		};
	}, [id, status, router]);
	const share = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : null;
	const text = progress?.phase ?? (status === 'checking' ? 'Checking the file' : 'Importing');
	return (
		<div className="flex flex-col gap-2 rounded-lg border bg-card p-4">
			<p aria-live="polite">
				{text} … {share !== null && <span className="tabular-nums">{share} %</span>}
			</p>
			<progress className="h-2 w-full accent-primary" max={100} value={share ?? undefined} aria-label={text} />
			<p className="text-muted-foreground text-xs">
				You can leave this page; it goes on. Until it is finished nothing is changed, and everything at once then.
			</p>
		</div>
	);
}

async function ask(id: string): Promise<Progress | null> {
	try {
		const response = await fetch(`/api/import/progress?id=${id}`);
		return response.ok ? await response.json() : null;
	} catch {
		return null;
	}
}
