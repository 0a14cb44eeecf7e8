'use client';

import { Picker } from '@/components/form/picker/picker';
import type { NamedRecord } from '@/domain/named-record';
import type { DealOption } from '../server/deal-queries';

type DealPickerProps = {
	name: string;
	label: string;
	className?: string;
	/** The placeholder while none is chosen. */
	placeholder?: string;
	initial?: NamedRecord | undefined;
	/** The company whose deals to choose from; all deals without it. */
	companyId?: string | undefined;
	onChoose?: (deal: NamedRecord | DealOption | null) => void;
};

/** Chooses one of a company's deals by typing part of its name. */
export function DealPicker({ companyId, ...props }: DealPickerProps) {
	return (
		<Picker<NamedRecord | DealOption>
			{...props}
			source={companyId ? `/api/deals?companyId=${companyId}` : '/api/deals'}
			placeholder={props.placeholder ?? 'Type to find a deal'}
			none={companyId ? 'No deal with this company has this name.' : 'No deal has this name.'}
			{...(!companyId && { detail: (option) => ('companyName' in option ? option.companyName : '') })}
		/>
	);
}
