import { SkipGone } from '@/components/layout/skip-gone';
import NotFound from '../not-found';

export { metadata } from '../not-found';

/** Inside the shell, which stays. */
export default function RecordNotFound() {
	return (
		<SkipGone>
			<NotFound />
		</SkipGone>
	);
}
