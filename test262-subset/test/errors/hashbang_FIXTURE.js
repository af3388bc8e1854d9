#!/usr/bin/env node
export const ran = true;
