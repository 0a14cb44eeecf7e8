import type { Route } from 'next';
import { unstable_rethrow } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { reportError } from '@/lib/errors/errors';
import { Late } from './late';

type PartThatMayFailProps = {
	/** What it is called where it can't be shown. */
	name: string;
	part: () => Promise<Awaited<ReactNode>>;
	/** Stands in its place where it is late; without one, the page waits for it, and it keeps its state when it is read again. */
	fallback?: ReactNode;
	/** The page that it stands on, to try again. */
	path: Route;
};

/** A part of a page without which the rest is still of use: where it fails, it says so in its place. */
export function PartThatMayFail({ fallback, ...props }: PartThatMayFailProps) {
	return fallback ? <Late part={() => orFailure(props)} fallback={fallback} /> : orFailure(props);
}

async function orFailure({ name, part, path }: Omit<PartThatMayFailProps, 'fallback'>): Promise<Awaited<ReactNode>> {
	try {
		return await part();
	} catch (error) {
		unstable_rethrow(error);
		const id = reportError(error, `part: ${name}`);
		return (
			<p role="alert" className="rounded-lg border px-4 py-3 text-muted-foreground">
				Couldn’t load {name}. The rest of the page works.{' '}
				<Link href={path} className="text-foreground underline">
					Try again
				</Link>
				, or find error {id} in the server log.
			</p>
		);
	}
}
