'use strict';

const { Module } = require('internal/modules/cjs/loader');
const { findPackageJSON } = require('internal/modules/find_package_json');
const compileCache = require('internal/modules/compile_cache');
const { stripTypeScriptTypes } = require('internal/modules/typescript');
const { SourceMap } = require('internal/source_map/source_map');
const { findSourceMap, getSourceMapsSupport, setSourceMapsSupport } = require('internal/source_map/source_map_cache');

Module.constants = compileCache.constants;
Module.enableCompileCache = compileCache.enableCompileCache;
Module.findPackageJSON = findPackageJSON;
Module.flushCompileCache = compileCache.flushCompileCache;
Module.getCompileCacheDir = compileCache.getCompileCacheDir;
Module.stripTypeScriptTypes = stripTypeScriptTypes;
Module.findSourceMap = findSourceMap;
Module.SourceMap = SourceMap;
Module.getSourceMapsSupport = getSourceMapsSupport;
Module.setSourceMapsSupport = setSourceMapsSupport;

module.exports = Module;
