// Puts `System` and `define` on the page, in this order. Must run before any plugin is asked for.
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/named-register.js';
import 'systemjs/dist/extras/amd.js';
