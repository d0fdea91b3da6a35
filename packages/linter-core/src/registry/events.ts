import {
  EVENT_PACKAGES,
  EVENT_TEMPLATE_PACKAGES,
  INFO_PACKAGES,
  SUBSCRIPTION_STATE_REASONS,
} from './generated/events.js';
import { lookupByName } from './name-index.js';

export {
  EVENT_PACKAGES,
  EVENT_TEMPLATE_PACKAGES,
  INFO_PACKAGES,
  SUBSCRIPTION_STATE_REASONS,
} from './generated/events.js';

/** By the package alone, without templates: `presence` for `presence.winfo`. */
export const lookupEventPackage = lookupByName(EVENT_PACKAGES);
export const lookupEventTemplatePackage = lookupByName(EVENT_TEMPLATE_PACKAGES);
export const lookupSubscriptionStateReason = lookupByName(SUBSCRIPTION_STATE_REASONS);
export const lookupInfoPackage = lookupByName(INFO_PACKAGES);
