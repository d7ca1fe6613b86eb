// The language server's entry in Node: a process of its own that the editor's client starts.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readHostFile } from '../host-files/index.ts';
import { serve } from './server.ts';

serve(createConnection(ProposedFeatures.all), readHostFile);
