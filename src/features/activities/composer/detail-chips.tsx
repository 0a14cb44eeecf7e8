'use no memo';

import type { ReactNode } from 'react';
import { Field } from '@/components/form/field';
import { FlagIcon, TimerIcon } from '@/components/ui/icons';
import type { Draft } from './composer-draft';

type DetailChipsProps = { initial: Draft; isShown: boolean };

/** How long it took and what came of it; kept while they are not shown. */
export function DetailChips({ initial, isShown }: DetailChipsProps) {
	return (
		<div hidden={!isShown} className="contents [&[hidden]]:hidden">
			<DetailChip name="outcome" label="Outcome" icon={<FlagIcon />} initial={initial.outcome} maxLength={200} />
			<DetailChip name="duration" label="Duration" icon={<TimerIcon />} initial={initial.duration} maxLength={20} />
		</div>
	);
}

type DetailChipProps = { name: string; label: string; icon: ReactNode; initial: string; maxLength: number };

function DetailChip({ name, label, icon, initial, maxLength }: DetailChipProps) {
	return (
		<Field name={name} label={label} labelHidden className="max-w-full">
			{(control) => (
				<span className="chip">
					{icon}
					<input
						{...control}
						type="text"
						data-plain
						autoComplete="off"
						maxLength={maxLength}
						placeholder={label}
						defaultValue={initial}
					/>
				</span>
			)}
		</Field>
	);
}
