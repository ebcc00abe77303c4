import { createPortingApp } from '../lib/porting-app.ts';

createPortingApp().app.synth();
