'use client';

import { useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { StillWorking } from '@/components/form/still-working';
import { Button } from '@/components/ui/button';
import { decideImport } from '../actions';
import type { Sameness } from '../import-choices';

/** Decides on all rows at once that may be the same as a record or an earlier row. */
export function AllMaybe({ id, maybe }: { id: string; maybe: Sameness }) {
	const [pending, start] = useTransition();
	const decide = (decision: Sameness) =>
		start(async () => {
			if (pending) return;
			const result = await decideImport({ id, line: null, decision }).catch(noAnswerFailure('this was saved'));
			if (!result.ok) sayFailure(result);
		});
	return (
		<div className="flex flex-wrap items-center gap-x-3 gap-y-2">
			<p className="text-muted-foreground">
				<span>These rows may be the same as a record or an earlier row.</span>{' '}
				<span>
					{maybe === 'apart'
						? 'They stay apart unless you select “Same”.'
						: 'They are combined with it unless you select “Apart”.'}
				</span>
			</p>
			<div className="flex flex-wrap gap-2">
				<Button
					type="button"
					size="sm"
					variant="outline"
					aria-disabled={pending || undefined}
					onClick={() => decide('same')}
				>
					All are the same
				</Button>
				<Button
					type="button"
					size="sm"
					variant="outline"
					aria-disabled={pending || undefined}
					onClick={() => decide('apart')}
				>
					All are apart
				</Button>
			</div>
			<StillWorking pending={pending} />
		</div>
	);
}
