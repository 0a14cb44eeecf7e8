import { NothingHere } from '@/components/layout/nothing-here';
import { SkipGone } from '@/components/layout/skip-gone';

export { metadata } from '../not-found';

/** Inside the shell, which stays. */
export default function RecordNotFound() {
	return (
		<SkipGone>
			<NothingHere />
		</SkipGone>
	);
}
