import type { Route } from 'next';
import { RailSection } from '@/components/layout/record-frame';
import { Link } from '@/components/ui/link';
import type { NamedRecord } from '@/domain/named-record';
import { companyPath, contactPath } from '@/domain/paths';
import { counted, countedList } from '@/lib/text/counted';
import type { Contact } from '../server/contact-queries';
import { maxListedTies } from '../server/contact-sql';

/** Whom a contact introduced and who reports to them; nothing where that is nobody. */
export function Ties({ contact }: { contact: Contact }) {
	const { introducedContacts: contacts, introducedCompanies: companies, reports } = contact;
	const introduced = [
		...contacts.slice(0, maxListedTies).map((each) => ({ ...each, href: contactPath(each.id) })),
		...companies.slice(0, maxListedTies).map((each) => ({ ...each, href: companyPath(each.id) })),
	];
	return (
		<>
			{introduced.length > 0 && (
				<LinkSection
					title={`Introduced ${countedList([
						[contacts.length, 'contact', 'contacts'],
						[companies.length, 'company', 'companies'],
					])}`}
					links={introduced}
					isWhole={contacts.length <= maxListedTies && companies.length <= maxListedTies}
				/>
			)}
			{reports.length > 0 && (
				<LinkSection
					title={counted(reports.length, 'direct report', 'direct reports')}
					links={reports.slice(0, maxListedTies).map((each) => ({ ...each, href: contactPath(each.id) }))}
					isWhole={reports.length <= maxListedTies}
				/>
			)}
		</>
	);
}

type LinkSectionProps = { title: string; links: (NamedRecord & { href: Route })[]; isWhole: boolean };

function LinkSection({ title, links, isWhole }: LinkSectionProps) {
	return (
		<RailSection title={isWhole ? title : title.replaceAll(String(maxListedTies + 1), `more than ${maxListedTies}`)}>
			<ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
				{links.map(({ id, name, href }) => (
					<li key={id}>
						<Link href={href} translate="no" className="text-link">
							{name}
						</Link>
					</li>
				))}
			</ul>
			{!isWhole && (
				<p className="mt-2 text-[0.8125rem] text-muted-foreground">These are the first {maxListedTies} of each.</p>
			)}
		</RailSection>
	);
}
