'use client';
'use no memo';

import { useState } from 'react';
import type { PickerOption } from '@/components/form/picker/picker';
import { HandshakeIcon, UserRoundIcon } from '@/components/ui/icons';
import type { DealOption } from '@/features/deals/server/deal-queries';
import { Chip } from './chip';

type PeopleChipProps = {
	chosen: PickerOption[];
	onChange: (chosen: PickerOption[]) => void;
	companyId: string | undefined;
};

/** With whom it was. Shows two names, then how many more. */
export function PeopleChip(props: PeopleChipProps) {
	const [open, setOpen] = useState(false);
	const [first, second, ...more] = props.chosen;
	return (
		<Chip label="With" icon={<UserRoundIcon />} open={open} onOpen={setOpen} content={{ of: 'people', ...props }}>
			{first && (
				<>
					<span translate="no">{[first, second].flatMap((each) => each?.name ?? []).join(', ')}</span>
					{more.length > 0 && <span>{` +${more.length}`}</span>}
				</>
			)}
		</Chip>
	);
}

type DealChipProps = {
	chosen: PickerOption | null;
	onChange: (deal: PickerOption | DealOption | null) => void;
	companyId: string | undefined;
};

/** The deal that it was about, or none. */
export function DealChip({ chosen, onChange, companyId }: DealChipProps) {
	const [open, setOpen] = useState(false);
	return (
		<Chip
			label="Deal"
			icon={<HandshakeIcon />}
			open={open}
			onOpen={setOpen}
			content={{
				of: 'deal',
				chosen,
				companyId,
				onChange: (deal) => {
					onChange(deal);
					setOpen(false);
				},
			}}
		>
			{chosen && <span translate="no">{chosen.name}</span>}
		</Chip>
	);
}
