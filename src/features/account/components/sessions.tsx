import { Badge } from '@/components/ui/badge';
import { requireSession } from '@/lib/auth/session';
import { formatMoment } from '@/lib/dates/dates';
import { getSettings, listSessions } from '../server/account-queries';
import { describeUserAgent } from '../user-agent';
import { EndOtherSessions, EndSession } from './end-sessions';

/** Where the account is signed in, each session with the way to end it. */
export async function Sessions() {
	const { userId, sessionId } = await requireSession();
	const [{ sessions, count }, settings] = await Promise.all([listSessions(userId), getSettings(userId)]);
	const ordered = sessions.toSorted((a, b) => Number(b.id === sessionId) - Number(a.id === sessionId));
	return (
		<div className="flex flex-col items-start gap-4">
			<ul id="session-list" tabIndex={-1} aria-label="Sessions" className="w-full divide-y rounded-md border">
				{ordered.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => {
					const name = describeUserAgent(userAgent);
					return (
						<li key={id} className="flex items-center justify-between gap-4 px-3 py-2.5">
							<div className="wrap-anywhere min-w-0">
								<p className="flex flex-wrap items-center gap-x-2 font-medium">
									<span>{name}</span> {id === sessionId && <Badge variant="success">This one</Badge>}
								</p>
								<p className="text-muted-foreground text-xs tabular-nums">
									<span>{shortAddress(ipAddress)}</span> · Signed in <span>{formatMoment(createdAt, settings)}</span> ·
									Last used <span>{id === sessionId ? 'now' : formatMoment(updatedAt, settings)}</span>
								</p>
							</div>
							{id !== sessionId && <EndSession id={id} name={name} />}
						</li>
					);
				})}
			</ul>
			{count > sessions.length && (
				<p className="text-muted-foreground">
					These are the <span>{sessions.length}</span> last used of <span>{count.toLocaleString('en')}</span> sessions.
				</p>
			)}
			{count > 1 && <EndOtherSessions />}
		</div>
	);
}

/** An IP address as it is usually written; version 6 is stored with all its zeros. */
function shortAddress(address: string | null): string {
	if (!address) return 'Unknown address';
	return URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) ?? address;
}
