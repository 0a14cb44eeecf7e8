'use client';

import { ChoiceList } from '@/components/form/picker/choice-list';
import type { PickerOption } from '@/components/form/picker/picker';
import type { DealOption } from '../server/deal-queries';

type DealListPickerProps = {
	chosen: PickerOption | null;
	onChange: (deal: PickerOption | DealOption | null) => void;
	/** The company whose deals to choose from; all deals without it. */
	companyId: string | undefined;
};

/** Chooses one deal in a list, or none. */
export function DealListPicker({ chosen, onChange, companyId }: DealListPickerProps) {
	return (
		<ChoiceList<PickerOption | DealOption>
			label="Deals"
			chosen={chosen ? [chosen] : []}
			onToggle={(deal) => onChange(deal.id === chosen?.id ? null : deal)}
			source={companyId ? `/api/deals?companyId=${companyId}` : '/api/deals'}
			placeholder="Find a deal"
			none="No matching deals"
			detail={(deal) => (!companyId && 'companyName' in deal ? deal.companyName : '')}
			max={1}
		/>
	);
}
