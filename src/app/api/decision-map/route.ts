import { mappedCompany } from '@/features/decision-map/schema';
import { findDecisionMap } from '@/features/decision-map/server/decision-map-queries';
import { userRoute } from '@/lib/request/route';

/** A company's decision map. */
export const GET = userRoute(mappedCompany, findDecisionMap);
