'use client';

import { useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { StillWorking } from '@/components/form/still-working';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { failureText } from '@/lib/errors/failure';
import { undoImport } from '../actions';

/** Undoes an import. */
export function UndoImport({ id }: { id: string }) {
	const [problem, setProblem] = useState<string | null>(null);
	const [pending, start] = useTransition();
	return (
		<>
			{problem && <Alert variant="destructive">{problem}</Alert>}
			<Button
				type="button"
				variant="outline"
				aria-disabled={pending || undefined}
				onClick={() =>
					!pending &&
					start(async () => {
						const result = await undoImport({ id }).catch(noAnswerFailure('this was undone'));
						setProblem(result.ok ? null : failureText(result));
					})
				}
			>
				{pending ? 'Undoing…' : 'Undo import'}
			</Button>
			<StillWorking pending={pending} />
		</>
	);
}
