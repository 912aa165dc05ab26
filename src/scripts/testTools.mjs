// Finds the programs that tests need besides Node, or installs them; says how to get those that it could not.
import { haveChromium } from './chromium.mjs';
import { haveRedis } from './redis.mjs';

haveRedis();
await haveChromium();
