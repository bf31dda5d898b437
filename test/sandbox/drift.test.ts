import { driftStage } from './drift/stage.ts';
import { whatDrifts } from './drift/what-drifts.ts';
import { whatIsTold } from './drift/what-is-told.ts';
import { whatItCosts } from './drift/what-it-costs.ts';

const stage = driftStage();
whatDrifts(stage);
whatIsTold(stage);
whatItCosts(stage);
