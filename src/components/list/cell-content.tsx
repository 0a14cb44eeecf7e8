import type { Route } from 'next';
import type { ReactNode } from 'react';
import { EmailAddress, PhoneLink } from '@/components/ui/address-links';
import { RowTags } from '@/components/ui/tag-badge';
import type { Cell } from './cells';
import { RowLink } from './row-link';

function LinkContent({ to, name, others }: { to: string; name: string; others?: string[] }) {
	const link = <RowLink href={to as Route}>{name}</RowLink>;
	if (!others) return link;
	const names = others.join(', ');
	return (
		<span title={`${name}, ${names}`} translate="no">
			{link} <span aria-hidden>+{others.length}</span>
			<span className="sr-only">, {names}</span>
		</span>
	);
}

/** What stands in a cell. */
export function cellContent(cell: NonNullable<Cell>): ReactNode {
	if (typeof cell === 'string') return <span>{cell}</span>;
	if ('to' in cell) return <LinkContent {...cell} />;
	if ('own' in cell) return <p translate="no">{cell.own}</p>;
	if ('email' in cell) return <EmailAddress email={cell.email} shown={cell.shown ?? cell.email} />;
	if ('phone' in cell) return <PhoneLink phone={cell.phone} />;
	if ('tags' in cell) return <RowTags tags={cell.tags} />;
	if ('icon' in cell)
		return (
			<span data-icon>
				<svg aria-hidden className={cell.icon} />
				<span>{cell.name}</span>
			</span>
		);
	if ('ago' in cell)
		return (
			<time title={cell.on} data-late={cell.late}>
				{cell.ago}
			</time>
		);
	return cell.node;
}
