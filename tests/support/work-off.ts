import { workOff } from '@/features/import/server/job-mutations';
import type { UserId } from '@/lib/auth/session';

// Run as a process of its own, which a test kills: works an import off, as the server does.
const [userId = '', id = ''] = process.argv.slice(2);
process.stdout.write('begun\n');
await workOff(userId as UserId, id);
process.exit(0);
