import { presetOf } from '@/features/quick-create/schema';
import { readPreset } from '@/features/quick-create/server/preset-queries';
import { userRoute } from '@/lib/request/route';

/** What a dialog that creates records is opened with. */
export const GET = userRoute(presetOf, readPreset);
