'use client';

import { DateField } from '@/components/form/date/date-field';
import { SelectField, TextField } from '@/components/form/text-fields';
import { currencies } from '@/lib/locale';
import { formatAmount, type MoneyStyle } from '@/lib/money/money';
import { DealValueFields } from '../components/deal-value';
import { openStages, stageNames } from '../stage/stages';

type DealPartProps = {
	/** How the account writes amounts, and its currency. */
	money: MoneyStyle;
	required?: boolean;
	autoFocus?: boolean;
};

/** The fields of a new deal in a dialog; their names begin with "deal.". */
export function DealPart({ money, required = false, autoFocus = false }: DealPartProps) {
	return (
		<>
			<TextField
				name="deal.name"
				label="Deal name"
				required={required}
				autoFocus={autoFocus}
				fieldClassName="sm:col-span-2"
			/>
			<div className="grid grid-cols-[minmax(0,1fr)_5.75rem] items-start gap-2">
				<DealValueFields
					prefix="deal."
					required={required}
					value=""
					currency={money.currency}
					currencies={currencies()}
					locale={money.locale}
					example={formatAmount('1500000', money)}
				/>
			</div>
			<DateField name="deal.expectedCloseOn" label="Expected close date" leaning="future" />
			<SelectField name="deal.stage" label="Stage">
				{openStages.map((stage) => (
					<option key={stage} value={stage}>
						{stageNames[stage]}
					</option>
				))}
			</SelectField>
		</>
	);
}
