import type { TiedContact } from '@/domain/contact-ties-sql';

/** What tells contacts of the same name apart in a picker: where they work, unless that is known, and whether they have left. */
export function optionDetail(option: object | TiedContact, knownCompanyId?: string): string {
	if (!('companyName' in option)) return '';
	const { companyId, companyName, hasLeft } = option;
	return [companyId !== knownCompanyId && companyName, hasLeft && 'Left'].filter(Boolean).join(' · ');
}
