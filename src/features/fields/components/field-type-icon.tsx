import {
	AlignLeftIcon,
	BanknoteIcon,
	BuildingIcon,
	CalendarDaysIcon,
	CircleCheckIcon,
	HashIcon,
	type Icon,
	LettersIcon,
	LinkIcon,
	ListIcon,
	ListTodoIcon,
	UserRoundIcon,
} from '@/components/ui/icons';
import type { FieldType } from '@/domain/custom-fields/custom-field-types';

const icons: Record<FieldType, Icon> = {
	text: LettersIcon,
	long: AlignLeftIcon,
	number: HashIcon,
	amount: BanknoteIcon,
	date: CalendarDaysIcon,
	yes: CircleCheckIcon,
	choice: ListIcon,
	choices: ListTodoIcon,
	link: LinkIcon,
	contact: UserRoundIcon,
	company: BuildingIcon,
};

/** The picture of what a field holds, beside its name in words. */
export function FieldTypeIcon({ type }: { type: FieldType }) {
	const Icon = icons[type];
	return <Icon className="size-4 shrink-0 text-muted-foreground" />;
}
