import { eventPackages, eventTemplatePackages, infoPackages, subscriptionStateReasons } from './generated/events.js';
import { lookupByName } from './name-index.js';

export * from './generated/events.js';

/** By the package alone, without templates: `presence` for `presence.winfo`. */
export const lookupEventPackage = lookupByName(eventPackages);
export const lookupEventTemplatePackage = lookupByName(eventTemplatePackages);
export const lookupSubscriptionStateReason = lookupByName(subscriptionStateReasons);
export const lookupInfoPackage = lookupByName(infoPackages);
